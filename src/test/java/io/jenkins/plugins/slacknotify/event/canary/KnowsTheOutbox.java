package io.jenkins.plugins.slacknotify.event.canary;

import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;

/** A violation of the architecture on purpose: the rules must reject its dependency on the outbox. */
public record KnowsTheOutbox(Entry entry) {}
