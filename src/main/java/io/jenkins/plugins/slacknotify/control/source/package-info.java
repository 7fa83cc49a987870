/**
 * Hands the interactions to the inbound service, each with its ports filled.
 *
 * <p>Stands above all other rooms; nothing may know it.
 */
package io.jenkins.plugins.slacknotify.control.source;
