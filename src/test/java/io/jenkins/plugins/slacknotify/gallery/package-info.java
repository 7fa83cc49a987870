/** Every kind of message that the plugin sends, hung in the sandbox to be looked at: for designing, and for the manual. */
package io.jenkins.plugins.slacknotify.gallery;
