/**
 * Fields of forms: parsing what people type, validation errors, checkboxes and their labels, and lists as forms send them.
 *
 * <p>Knows the enums that forms offer ({@code event}) and Jenkins' form API. Must not know where settings are kept, which credentials
 * exist, or how Slack is called.
 */
package io.jenkins.plugins.slacknotify.config.form;
