package io.kouan.ceb.sample;

import io.kouan.ceb.catalogue.Catalogue;
import io.kouan.ceb.message.Entity;
import io.kouan.ceb.sample.SampleEnterprise.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * What every document begins with and how values are written in one.
 *
 * @param declared when the documents are declared, yyyyMMddHHmmss
 */
record Form(String declared) {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);

    static Form at(Instant time) {
        return new Form(SECONDS.format(time.atZone(CHINA)));
    }

    String day() {
        return declared.substring(0, 8);
    }

    /** A head with guid and the three fields of every submission: new, now, declared. */
    Entity.Builder head(String type, SplittableRandom random) {
        return Entity.of(Catalogue.standard().type(type).body().head())
                .set("guid", SampleChains.guid(random))
                .set("appType", "1")
                .set("appTime", declared)
                .set("appStatus", "2");
    }

    static Entity.Builder line(String type, int number) {
        return Entity.of(Catalogue.standard().type(type).body().line().orElseThrow())
                .set("gnum", String.valueOf(number));
    }

    /** Code and name of an enterprise under the names that begin so: {@code ebc} sets ebcCode and ebcName. */
    static Entity.Builder name(Entity.Builder builder, String begin, Role role) {
        return name(builder, begin, SampleWorld.first(role));
    }

    static Entity.Builder name(Entity.Builder builder, String begin, SampleEnterprise enterprise) {
        return builder.set(begin + "Code", enterprise.customsCode()).set(begin + "Name", enterprise.nameZh());
    }

    static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
