package io.kouan.platform.declaration;

/**
 * Something a sender has to be told about a document: one record of a receipt.
 *
 * @param held the document with the state that is told
 */
record Note(Held held, int status, String info) {}
