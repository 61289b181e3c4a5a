package io.kouan.ceb.port;

import io.kouan.ceb.finding.Language;
import io.kouan.ceb.spec.ChosenPort;
import io.kouan.ceb.spec.SpecNode;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The constants of one port (口岸), read from {@code ports/*.yaml}: another port is another file, not other code.
 *
 * @param handbook edition of the access handbook that the file follows
 * @param customsArea first four characters of the customs code of an enterprise at home here
 * @param districts divisions (GB/T 2260) of the port's city, the first one proposed
 * @param customsOffices 主管海关: the only ones to choose from (R-025)
 * @param inspectionOffices 属地检疫检验机构
 * @param contacts 咨询电话
 * @param deadlines 预计办理时限
 * @param mainPorts 主要业务口岸: what enterprises choose from
 * @param additions fields that the port asks for beyond the forms' own
 * @param words what the port calls things
 */
public record PortProfile(
        String id,
        Names zh,
        Names en,
        String handbook,
        String site,
        ZoneId timeZone,
        String customsArea,
        List<Named> districts,
        List<CustomsOffice> customsOffices,
        List<InspectionOffice> inspectionOffices,
        List<Contact> contacts,
        List<Deadline> deadlines,
        List<Named> mainPorts,
        List<FieldAddition> additions,
        PortWords words) {

    private static final PortProfile CURRENT = named(ChosenPort.id());

    public PortProfile {
        districts = List.copyOf(districts);
        customsOffices = List.copyOf(customsOffices);
        inspectionOffices = List.copyOf(inspectionOffices);
        contacts = List.copyOf(contacts);
        deadlines = List.copyOf(deadlines);
        mainPorts = List.copyOf(mainPorts);
        additions = List.copyOf(additions);
    }

    /** The port that this program works for, see {@link ChosenPort}. */
    public static PortProfile current() {
        return CURRENT;
    }

    /** The port of that id, read from its file. */
    public static PortProfile named(String id) {
        return PortProfileFile.read(id);
    }

    /** The customs office of that code, where it is one of this port. */
    public Optional<CustomsOffice> customsOffice(String code) {
        return customsOffices.stream()
                .filter(office -> office.code().equals(code))
                .findFirst();
    }

    /** Whom to call about something. */
    public Contact contact(Subject subject) {
        return contacts.stream()
                .filter(contact -> contact.subject() == subject)
                .findFirst()
                .orElseThrow();
    }

    /** Whom to call about a form. */
    public List<Contact> contactsAt(String form) {
        return contacts.stream()
                .filter(contact -> contact.forms().contains(form))
                .toList();
    }

    public Names in(Language language) {
        return language == Language.ZH ? zh : en;
    }

    /**
     * How the port calls itself.
     *
     * @param window title of the Single Window
     * @param system title of the cross-border e-commerce system
     * @param operator the operating company
     * @param account the public account
     */
    public record Names(String name, String window, String system, String operator, String account) {}

    /**
     * A customs office (主管海关).
     *
     * @param inspection the inspection office at the same place
     * @param writtenApplication whether a filing needs the sealed letter on paper (书面申请)
     */
    public record CustomsOffice(
            String code, String nameZh, String nameEn, String inspection, boolean writtenApplication) {}

    /** Something with a code and a name. */
    public record Named(String code, String nameZh, String nameEn) {}

    /**
     * A field that one port asks for beyond what a form asks everywhere.
     *
     * @param form the form's id
     * @param section key of the section at whose end it stands
     * @param field as form files write fields
     */
    public record FieldAddition(String form, String section, SpecNode field) {}

    /** An inspection office (属地检疫检验机构). */
    public record InspectionOffice(String code, String nameZh, String nameEn) {}

    /**
     * A telephone number with what has to be pressed afterwards, as people read it.
     *
     * @param zh for example 020-95198 转 3（珠海）
     */
    public record Phone(String zh, String en) {

        /** Nothing to call. */
        public static final Phone NONE = new Phone("", "");

        public String in(Language language) {
            return language == Language.ZH ? zh : en;
        }

        /** What a phone dials: a {@code tel:} address of the number itself; empty where there is none. */
        public String dial() {
            var number = zh.strip().split(" ", 2)[0].replaceAll("[^0-9+]", "");
            return number.isEmpty() ? "" : "tel:" + number;
        }
    }

    /**
     * A desk that answers questions.
     *
     * @param phone {@link Phone#NONE} where the handbook names none
     * @param forms ids of the forms beside which it is shown
     */
    public record Contact(Subject subject, Phone phone, String nameZh, String nameEn, List<String> forms) {
        public Contact {
            forms = List.copyOf(forms);
        }

        public String name(Language language) {
            return language == Language.ZH ? nameZh : nameEn;
        }
    }

    /** How long something is expected to take. */
    public record Deadline(Step step, int workingDays, String nameZh, String nameEn) {}

    /** What a desk answers questions about. */
    public enum Subject {
        /** 对外贸易经营者备案 */
        TRADE_OPERATOR_FILING,
        /** 海关企业注册备案 */
        CUSTOMS_REGISTRATION,
        /** 海关窗口: hand-in of the papers for the unified edition */
        CUSTOMS_WINDOW,
        /** 海关数据分中心: cards */
        DATA_SUB_CENTRE,
        /** 海关数据中心: transmission */
        DATA_CENTRE,
        /** 客服平台账号加急 */
        SERVICE_DESK_URGENT,
        /** 跨工区海关前台: written applications */
        ZONE_FRONT_DESK
    }

    /** What has a deadline. */
    public enum Step {
        /** 客服平台账号审批 */
        SERVICE_DESK_ACCOUNT,
        /** 本地备案 */
        LOCAL_FILING
    }
}
