/** Shows every kind of message that the plugin sends in the sandbox, for design and for the pictures of the manual. */
package io.jenkins.plugins.slacknotify.gallery;
