package io.kouan.platform.administration;

import io.kouan.platform.port.Switches;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The switches (开关): as two administrators set them, else as the installation's properties {@code kouan.<key>} say, else as the file. */
@Repository
class StoredSwitches implements Switches {

    private final JdbcClient db;
    private final Environment properties;
    private final Clock clock;
    private final List<SwitchDefinition> definitions = SwitchDefinition.read();

    StoredSwitches(JdbcClient db, Environment properties, Clock clock) {
        this.db = db;
        this.properties = properties;
        this.clock = clock;
    }

    List<SwitchDefinition> definitions() {
        return definitions;
    }

    SwitchDefinition definition(Switch which) {
        return definitions.stream()
                .filter(known -> known.which() == which)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public boolean isOn(Switch which) {
        return Boolean.parseBoolean(text(which));
    }

    @Override
    public int number(Switch which) {
        return Integer.parseInt(text(which));
    }

    @Override
    public String text(Switch which) {
        return db.sql("select value from switch_value where key = :key")
                .param("key", which.key())
                .query(String.class)
                .optional()
                .orElseGet(() -> properties.getProperty(
                        "kouan." + which.key(), definition(which).initial()));
    }

    void set(Switch which, String value) {
        db.sql("""
                insert into switch_value (key, value, set_at) values (:key, :value, :now)
                    on conflict (key) do update set value = excluded.value, set_at = excluded.set_at
                """)
                .param("key", which.key())
                .param("value", value)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
