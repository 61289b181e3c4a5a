package io.kouan.platform.enrolment;

import io.kouan.platform.exchange.ExchangeCode;
import io.kouan.platform.exchange.TrialMessage;
import io.kouan.platform.exchange.TrialMessage.Outcome;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an interface has to show on the test channel before it goes live (联调测试, handbook S11). Judged from its own messages. */
enum TestCase {
    /** 一份合规报文被接收，并有回执 */
    VALID {
        @Override
        boolean isShownBy(TrialMessage message) {
            return message.outcome() == Outcome.ACCEPTED && message.receipts() > 0;
        }
    },
    /** 未加密的报文被拒收 (H-167); over TLS it is the signature that protects, so an unsigned one shows the same */
    UNENCRYPTED {
        @Override
        boolean isShownBy(TrialMessage message) {
            return !message.messageType().equals(UNREADABLE)
                    && (message.isRefusedFor(ExchangeCode.NOT_ENCRYPTED.code())
                            || message.isRefusedFor(ExchangeCode.SIGNATURE_MISSING.code()));
        }
    },
    /** 传输企业代码错误的报文被拒收 (H-168) */
    WRONG_ENTERPRISE {
        @Override
        boolean isShownBy(TrialMessage message) {
            return message.isRefusedFor(ExchangeCode.COP_CODE_IS_NOT_CHANNEL.code());
        }
    },
    /** 重复的报文编号被识别 (H-169) */
    REPEATED {
        @Override
        boolean isShownBy(TrialMessage message) {
            return message.outcome() == Outcome.REPEATED || message.outcome() == Outcome.CONFLICT;
        }
    };

    private static final String UNREADABLE = "Unknown";

    abstract boolean isShownBy(TrialMessage message);

    /**
     * How a case stands.
     *
     * @param shownBy the first message that shows it; empty where none does yet
     */
    record Result(TestCase testCase, Optional<TrialMessage> shownBy) {

        boolean passed() {
            return shownBy.isPresent();
        }

        Optional<Instant> at() {
            return shownBy.map(TrialMessage::at);
        }
    }

    /** All four, judged from what came since the test was opened. Pure. */
    static List<Result> judge(List<TrialMessage> messages) {
        return Arrays.stream(values())
                .map(it ->
                        new Result(it, messages.stream().filter(it::isShownBy).findFirst()))
                .toList();
    }
}
