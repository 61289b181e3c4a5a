package io.kouan.client.road;

import java.util.List;

/** What a person does at pages: looks, writes, presses. One implementation reads the pages itself, another drives a real browser. */
public interface Hands extends AutoCloseable {

    /** Opens an address of the port. */
    void open(String path);

    /** Where they are now, with the query. */
    String at();

    /** Where they are now, without the query. */
    default String here() {
        return at().replaceFirst("\\?.*", "");
    }

    /** Whether something is there. */
    boolean sees(String selector);

    /** The text of the first element that fits; empty where none does. */
    String text(String selector);

    /** An attribute of every element that fits. */
    List<String> all(String selector, String attribute);

    /** Whether a field can be written into: without script a question stays hidden until the answer that asks it was sent. */
    default boolean shows(String field) {
        return true;
    }

    /** Writes into a field, chooses an option, or ticks the boxes whose values stand in the text, with commas between. */
    void write(String field, String text);

    /** Ticks every box of that name that is shown. */
    void tickAll(String name);

    /** Puts a file into a place for files. */
    void attach(String selector, String name, byte[] content);

    /** Presses a button or follows a link, and waits for what comes. */
    void press(String selector);

    /** Presses something that hands a file over, and stays on the page. */
    byte[] fetch(String selector);

    @Override
    void close();
}
