package io.kouan.ceb.message;

/**
 * ExtendMessage (扩展自定义数据实体): a custom part that travels along unread.
 *
 * @param xml the one element inside Message, in canonical form
 */
public record Extension(String name, String version, String xml) {}
