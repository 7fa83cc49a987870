package io.jenkins.plugins.slacknotify.event.canary;

import io.jenkins.plugins.slacknotify.outbox.Entry;

/** Breaks the architecture on purpose, by an arrow that must not be: the rules have to complain of it. */
public record KnowsTheOutbox(Entry entry) {}
