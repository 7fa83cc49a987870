package io.jenkins.plugins.slacknotify.outbox.canary;

import okhttp3.OkHttpClient;

/** Breaks the architecture on purpose, by a library that must not be used here: the rules have to complain of it. */
public record UsesALibrary(OkHttpClient client) {}
