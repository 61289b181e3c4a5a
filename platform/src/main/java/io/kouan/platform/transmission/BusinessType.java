package io.kouan.platform.transmission;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What an enterprise may do at the port (业务类型, R-024): a mode in a direction. */
public record BusinessType(Mode mode, Direction direction) {

    /** 业务模式: the handbook knows these two. */
    public enum Mode {
        /** 直购 */
        DIRECT("9610"),
        /** 保税 */
        BONDED("1210");

        private final String code;

        Mode(String code) {
            this.code = code;
        }

        /** As messages and forms write it. */
        public String code() {
            return code;
        }

        /** The mode with that code. */
        public static Optional<Mode> of(String code) {
            return Arrays.stream(values())
                    .filter(mode -> mode.code.equals(code))
                    .findFirst();
        }
    }

    /** 进出口 */
    public enum Direction {
        /** 进口 */
        IMPORT,
        /** 出口 */
        EXPORT
    }

    /** All four. */
    public static Set<BusinessType> all() {
        var all = new LinkedHashSet<BusinessType>();
        for (Mode mode : EnumSet.allOf(Mode.class)) {
            for (Direction direction : EnumSet.allOf(Direction.class)) {
                all.add(new BusinessType(mode, direction));
            }
        }
        return all;
    }

    @Override
    public String toString() {
        return mode.code() + " " + direction;
    }
}
