package io.jenkins.plugins.slacknotify.engine;

/**
 * A message that is in the outbox now.
 *
 * @param deliveryId names it for later questions
 * @param channel where it goes, as people say it
 * @param replyable whether a later message can answer or replace it; false where it is for people, who are found out
 *     later, or the file of a message
 */
public record DeliveryHandle(String deliveryId, String channel, boolean replyable) {}
