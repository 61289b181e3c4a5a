package io.kouan.platform.portal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Rows for the pages to show: two enterprises with one declarant each, an operator, messages and documents. */
final class Fixture {

    static final String PASSWORD = "Sandbox-Page-Test-1";

    private final JdbcClient db;

    Fixture(JdbcClient db, PasswordEncoder passwords) {
        this.db = db;
        db.sql("truncate enterprise, person, message, receipt, document, message_minute, document_tally, intake_cursor,"
                        + " sign_in_failure restart identity cascade")
                .update();
        enterprise("4404990001", "91440400MA00000001", "珠海样例电商有限公司", "Zhuhai Sample Commerce Co., Ltd.");
        enterprise("4404990002", "91440400MA00000002", "珠海样例支付有限公司", "Zhuhai Sample Payment Co., Ltd.");
        person("merchant", "陈一", 1, passwords.encode(PASSWORD), "DECLARANT");
        person("payment", "李二", 2, passwords.encode(PASSWORD), "DECLARANT");
        db.sql(
                        "insert into person (login, password_hash, display_name, roles, created_at) values ('operator', :hash, '港区值班', '{PORT_OPERATOR}', now())")
                .param("hash", passwords.encode(PASSWORD))
                .update();
    }

    private void enterprise(String customsCode, String creditCode, String nameZh, String nameEn) {
        db.sql(
                        "insert into enterprise (customs_code, credit_code, name_zh, name_en, created_at) values (?, ?, ?, ?, now())")
                .params(customsCode, creditCode, nameZh, nameEn)
                .update();
    }

    private void person(String login, String name, long enterprise, String hash, String role) {
        db.sql(
                        "insert into person (login, password_hash, display_name, enterprise_id, roles, created_at) values (?, ?, ?, ?, array[?], now())")
                .params(login, hash, name, enterprise, role)
                .update();
    }
}
