package io.jenkins.plugins.slacknotify.engine;

/**
 * A reference to a notification that was handed over to the outbox.
 *
 * @param deliveryId names it for later questions
 * @param channel the destination as everybody may read it
 * @param replyable whether a later message can answer or replace it; false for people, who are found later, and for the
 *     file of a message
 */
public record DeliveryHandle(String deliveryId, String channel, boolean replyable) {}
