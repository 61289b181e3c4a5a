/**
 * Prints (打印件, handbook section 3): official documents made from the records of forms, each registered under a check code that
 * anybody can verify (文档核验). What a document looks like is data in {@code documents/}.
 */
@NullMarked
package io.kouan.platform.documents;

import org.jspecify.annotations.NullMarked;
