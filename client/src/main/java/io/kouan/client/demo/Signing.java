package io.kouan.client.demo;

import io.kouan.ceb.signature.MessageSigner;
import io.kouan.ceb.signature.Signer;
import io.kouan.client.sample.SampleMessage;
import java.util.List;
import java.util.function.Function;

/**
 * Signs each message with its sender's key.
 *
 * @param keys by customs code
 */
record Signing(Function<String, Signer> keys) {

    DemoMessage one(SampleMessage message, Fate expected) {
        var sender = message.sender().customsCode();
        var signed = MessageSigner.sign(message.unsigned(), keys.apply(sender));
        return new DemoMessage(message.type(), message.id(), sender, signed, expected, false);
    }

    List<DemoMessage> all(List<SampleMessage> messages, Fate expected) {
        return messages.stream().map(message -> one(message, expected)).toList();
    }
}
