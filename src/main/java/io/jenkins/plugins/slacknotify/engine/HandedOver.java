package io.jenkins.plugins.slacknotify.engine;

/**
 * A message that is in the outbox now.
 *
 * @param deliveryId names it for later questions and replies
 * @param channel where it goes, as people say it
 */
public record HandedOver(String deliveryId, String channel) {}
