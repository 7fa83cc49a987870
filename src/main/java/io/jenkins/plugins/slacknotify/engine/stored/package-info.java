/**
 * The disk format of notifications and receipts, which are payloads of the outbox. The {@code Stored…} types are the format; their names
 * are pinned by files beside the tests. The two codecs are the doors: the rest of the engine sees domain types only.
 *
 * <p>Knows the domain types that it maps. Must not know what is done with them; no other room of the engine may write JSON that
 * outlasts the process, but for the ids of channels.
 */
package io.jenkins.plugins.slacknotify.engine.stored;
