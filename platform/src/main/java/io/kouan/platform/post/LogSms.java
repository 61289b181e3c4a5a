package io.kouan.platform.post;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stands where no gateway is connected: logs that a message would have gone out, never what it says nor the whole number. */
final class LogSms implements SmsGateway {

    private static final Logger LOG = LoggerFactory.getLogger(LogSms.class);

    @Override
    public void send(UUID id, String number, String text) {
        LOG.warn(
                "event=sms-not-connected id={} to={}",
                id,
                Letter.sms(number, text).maskedTo());
    }
}
