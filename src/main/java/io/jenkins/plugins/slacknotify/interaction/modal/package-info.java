/** Shows modals: the port that opens and changes them, and the views that are alike for all purposes. No Jenkins. */
package io.jenkins.plugins.slacknotify.interaction.modal;
