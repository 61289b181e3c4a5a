package io.kouan.client.demo;

import io.kouan.ceb.message.Document;
import io.kouan.ceb.sample.Defect;
import io.kouan.ceb.sample.SampleChain;
import io.kouan.client.sample.SampleMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What is wrong with a chain, if anything. */
sealed interface Flaw {

    String ORDER = "CEB311";
    String PAYMENT = "CEB411";
    String INVENTORY = "CEB621";

    /** The chain's messages, each signed by its sender. */
    List<DemoMessage> messages(SampleChain chain, Signing signing);

    /** Nothing is wrong. */
    record None() implements Flaw {
        @Override
        public List<DemoMessage> messages(SampleChain chain, Signing signing) {
            return signing.all(SampleMessage.of(chain), Fate.RELEASED);
        }
    }

    /** The documents do not fit together; customs returns the inventory. */
    record Mismatch(Defect defect) implements Flaw {
        @Override
        public List<DemoMessage> messages(SampleChain chain, Signing signing) {
            return signing.all(SampleMessage.of(defect.in(chain)), Fate.RELEASED).stream()
                    .map(one -> one.type().equals(INVENTORY) ? one.expecting(Fate.RETURNED) : one)
                    .toList();
        }
    }

    /** The inventory was changed after it had been signed. */
    record WrongSignature() implements Flaw {
        @Override
        public List<DemoMessage> messages(SampleChain chain, Signing signing) {
            return signing.all(SampleMessage.of(chain), Fate.RELEASED).stream()
                    .map(one -> one.type().equals(INVENTORY)
                            ? one.changed(">10</ceb:freight>", ">11</ceb:freight>")
                                    .expecting(Fate.REFUSED)
                            : one)
                    .toList();
        }
    }

    /** The order breaks the schema, though its signature stands. */
    record SchemaError() implements Flaw {
        @Override
        public List<DemoMessage> messages(SampleChain chain, Signing signing) {
            var messages = new ArrayList<DemoMessage>();
            for (var part : SampleMessage.of(chain)) {
                if (part.type().equals(ORDER)) {
                    var broken = DemoMessage.replaced(part.unsigned(), ">I</ceb:orderType>", ">IMPORT</ceb:orderType>");
                    messages.add(signing.one(part.withUnsigned(broken), Fate.REFUSED));
                } else {
                    messages.add(signing.one(part, waiting(part.type())));
                }
            }
            return messages;
        }
    }

    /** The payment never comes. */
    record PaymentMissing() implements Flaw {
        @Override
        public List<DemoMessage> messages(SampleChain chain, Signing signing) {
            return SampleMessage.of(chain).stream()
                    .filter(part -> !part.type().equals(PAYMENT))
                    .map(part -> signing.one(part, waiting(part.type())))
                    .toList();
        }
    }

    /** The inventory is handed in again, byte for byte, as a client does that did not get the answer. */
    record Repeated() implements Flaw {
        @Override
        public List<DemoMessage> messages(SampleChain chain, Signing signing) {
            var messages = new ArrayList<>(signing.all(SampleMessage.of(chain), Fate.RELEASED));
            messages.add(messages.getLast().late());
            return messages;
        }
    }

    /** The inventory is declared a second time in a new message: the key is taken. */
    record Duplicate() implements Flaw {
        @Override
        public List<DemoMessage> messages(SampleChain chain, Signing signing) {
            var messages = new ArrayList<>(signing.all(SampleMessage.of(chain), Fate.RELEASED));
            var inventory = chain.parts().getLast();
            var first = inventory.document().head().text("guid");
            var guid = UUID.nameUUIDFromBytes(first.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            var again = new Document(
                    inventory
                            .document()
                            .head()
                            .edit()
                            .set("guid", SampleMessage.upper(guid))
                            .build(),
                    inventory.document().lines());
            var message = SampleMessage.of(List.of(new SampleChain.Part(INVENTORY, inventory.sender(), again)));
            messages.add(signing.one(message, Fate.RETURNED).late());
            return messages;
        }
    }

    /** Only the inventory waits for the others; they are taken in as they arrive. */
    private static Fate waiting(String type) {
        return type.equals(INVENTORY) ? Fate.WAITING : Fate.RELEASED;
    }
}
