/**
 * Starts and stops the engine with Jenkins: builds it of its adapters, writes its deliveries to Jenkins' log, and lets
 * it try again when the configuration is saved.
 *
 * <p>Knows the engine and everything that fills its ports (config, personal, templates). Must not know who uses the
 * engine: admin, trigger and preview.
 */
package io.jenkins.plugins.slacknotify.lifecycle;
