package io.jenkins.plugins.slacknotify.gallery;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Makes pictures of pages smaller by reducing their colours, of which they need few. */
public final class PictureReducer {
    private static final int COLOURS = 128;

    private PictureReducer() {}

    /** Reduces a PNG to its most frequent colours. */
    public static byte[] reduce(byte[] png) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        List<Integer> colours = mostFrequent(picture);
        IndexColorModel model = new IndexColorModel(
                8, colours.size(), colours.stream().mapToInt(Integer::intValue).toArray(), 0, false, -1, 0);
        BufferedImage reduced =
                new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        Map<Integer, Integer> places = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int place = places.computeIfAbsent(picture.getRGB(x, y), colour -> nearest(colours, colour));
                reduced.getRaster().setSample(x, y, 0, place);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(reduced, "png", bytes);
        return bytes.toByteArray();
    }

    private static List<Integer> mostFrequent(BufferedImage picture) {
        Map<Integer, Integer> counts = new HashMap<>();
        int width = picture.getWidth();
        for (int colour : picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width)) {
            counts.merge(colour, 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(COLOURS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static int nearest(List<Integer> colours, int colour) {
        int best = 0;
        for (int i = 1; i < colours.size(); i++) {
            if (distance(colours.get(i), colour) < distance(colours.get(best), colour)) {
                best = i;
            }
        }
        return best;
    }

    private static int distance(int a, int b) {
        int red = (a >> 16 & 255) - (b >> 16 & 255);
        int green = (a >> 8 & 255) - (b >> 8 & 255);
        int blue = (a & 255) - (b & 255);
        return red * red + green * green + blue * blue;
    }
}
