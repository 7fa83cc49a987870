package io.jenkins.plugins.slacknotify.engine.receipt;

/** The result of a successful attempt, for later notifications and reports. */
public sealed interface Receipt permits MessageReceipt, PeopleReceipt, UploadReceipt {}
