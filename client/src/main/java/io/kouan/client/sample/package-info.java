/** Realistic invented messages (样例): whole chains of documents, ready to be signed and sent. */
@NullMarked
package io.kouan.client.sample;

import org.jspecify.annotations.NullMarked;
