package io.jenkins.plugins.slacknotify.sandbox;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import mockwebserver3.MockResponse;
import okio.Buffer;

/** The picture of a member who has chosen none: a colour of their own. */
final class MemberPicture {
    private static final int SIZE = 72;
    private static final float SHADES = 360;

    private MemberPicture() {}

    static MockResponse answer(String id) {
        var image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.getHSBColor(Math.floorMod(id.hashCode(), (int) SHADES) / SHADES, 0.5f, 0.8f));
        graphics.fillRect(0, 0, SIZE, SIZE);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MockResponse.Builder()
                .code(200)
                .setHeader("Content-Type", "image/png")
                .body(new Buffer().write(bytes.toByteArray()))
                .build();
    }
}
