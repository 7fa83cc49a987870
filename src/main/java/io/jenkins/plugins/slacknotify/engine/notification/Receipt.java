package io.jenkins.plugins.slacknotify.engine.notification;

/** What an attempt that succeeded leaves for later notifications and reports. */
public sealed interface Receipt permits MessageReceipt, PeopleReceipt, UploadReceipt {}
