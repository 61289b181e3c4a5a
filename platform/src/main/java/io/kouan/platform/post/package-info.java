/**
 * Post (邮件与短信): letters that leave the port by mail or SMS, from an outbox in the database, so that one goes out if and only if what
 * it tells of was committed. In the sandbox a catcher takes the place of the world outside.
 */
@NullMarked
package io.kouan.platform.post;

import org.jspecify.annotations.NullMarked;
