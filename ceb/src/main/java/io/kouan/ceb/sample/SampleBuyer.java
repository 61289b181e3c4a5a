package io.kouan.ceb.sample;

import java.util.SplittableRandom;

/**
 * An invented buyer (订购人). Names are put together from syllables, ID numbers carry the region of the sandbox and a correct check
 * character (GB 11643), telephone numbers use a prefix that is assigned to nobody.
 */
record SampleBuyer(String name, String idNumber, String telephone, String address, String district) {

    private static final String[] FAMILY = {"王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙"};
    private static final String[] GIVEN = {"一", "安", "宁", "静", "明", "嘉", "文", "思", "雨", "欣", "然", "泽", "涵", "晨"};
    private static final String[] STREETS = {"沙箱路", "样例街", "测试大道", "示范巷"};
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    static SampleBuyer of(SplittableRandom random) {
        var addresses = SampleWorld.addresses();
        var home = addresses.get(random.nextInt(addresses.size()));
        var name = pick(FAMILY, random) + pick(GIVEN, random) + (random.nextBoolean() ? pick(GIVEN, random) : "");
        var id = idNumber(SampleWorld.idRegion()
                + (1960 + random.nextInt(45))
                + two(1 + random.nextInt(12))
                + two(1 + random.nextInt(28))
                + three(random.nextInt(1000)));
        var telephone = "10000" + (100000 + random.nextInt(900000));
        var address = home.start() + pick(STREETS, random) + (1 + random.nextInt(300)) + "号"
                + (101 + random.nextInt(2900)) + "室";
        return new SampleBuyer(name, id, telephone, address, home.district());
    }

    private static String idNumber(String first17) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (first17.charAt(i) - '0') * WEIGHTS[i];
        }
        return first17 + CHECKS.charAt(sum % 11);
    }

    private static String pick(String[] from, SplittableRandom random) {
        return from[random.nextInt(from.length)];
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    private static String three(int number) {
        return number < 100 ? "0" + two(number) : String.valueOf(number);
    }
}
