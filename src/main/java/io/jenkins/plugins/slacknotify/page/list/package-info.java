/**
 * The tabs with lists of the routing: destinations and workspaces, rules and templates. A list is a table, whose elements are opened one
 * at a time, so that the number of elements costs nothing.
 */
package io.jenkins.plugins.slacknotify.page.list;
