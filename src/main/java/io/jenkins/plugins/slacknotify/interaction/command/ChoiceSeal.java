package io.jenkins.plugins.slacknotify.interaction.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.inbound.request.BlockAction;
import io.jenkins.plugins.slacknotify.message.blocks.JsonBlocks;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Seals the buttons that run a command, so that a button in a message that stays is known to be drawn by this process and to be
 * for the member who presses it. In a direct message nothing is ephemeral, and a job's author could post such a button there as
 * well.
 *
 * <p>The key is in memory only: a button of before a restart is ours no more.
 */
final class ChoiceSeal {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 32;
    private static final SecretKey KEY = newKey();

    private ChoiceSeal() {}

    /** Seals the buttons of blocks that do a command, for the member who has asked. @param blocks a JSON array; null for none */
    @CheckForNull
    static String seal(RequestOrigin origin, @CheckForNull String blocks) {
        if (blocks == null || !blocks.contains(CommandInteraction.CHOOSE)) {
            return blocks;
        }
        return JsonBlocks.changeButtons(blocks, button -> {
            String id = button.get(JsonBlocks.ACTION_ID).getAsString();
            if (id.startsWith(CommandInteraction.CHOOSE)) {
                String seal = of(origin, button.get(JsonBlocks.VALUE).getAsString());
                button.addProperty(JsonBlocks.ACTION_ID, id + "." + seal);
            }
        });
    }

    /** Returns whether a press is of a button that was sealed for the member who has pressed it. */
    static boolean isSealed(RequestOrigin origin, BlockAction.Action action) {
        String id = action.actionId();
        String given = id.substring(id.lastIndexOf('.') + 1);
        return action.value()
                .value()
                .filter(text -> MessageDigest.isEqual(
                        given.getBytes(UTF_8), of(origin, text).getBytes(UTF_8)))
                .isPresent();
    }

    private static String of(RequestOrigin origin, String text) {
        String sealed = origin.installation().id().orElse("") + "\n" + origin.userId() + "\n" + text;
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(KEY);
            return HexFormat.of().formatHex(mac.doFinal(sealed.getBytes(UTF_8))).substring(0, LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    private static SecretKey newKey() {
        try {
            return KeyGenerator.getInstance(ALGORITHM).generateKey();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
