package io.jenkins.plugins.slacknotify.outbox.journal;

/**
 * The position of a line in a {@link Journal}. No two lines have the same one.
 *
 * @param segment the number of the file
 * @param offset in bytes
 * @param length in bytes, with all that frames the line
 */
public record LinePosition(int segment, int offset, int length) {}
