package io.kouan.platform.identity;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;

/**
 * Draws the characters of a captcha (图形验证码) so that people read them and programs have trouble. The glyphs are strokes of our own: a
 * server without any font draws them too.
 */
final class CaptchaPicture {

    /** Characters that are not mistaken for one another, as strokes over a grid of five by seven: column, then row from the top. */
    private static final Map<Character, String> GLYPHS = Map.ofEntries(
            Map.entry('2', "01 10 30 41 42 06 46"),
            Map.entry('3', "01 10 30 41 42 33 13|33 44 45 36 16 05"),
            Map.entry('4', "36 30 04 44"),
            Map.entry('5', "40 00 02 32 43 45 36 16 05"),
            Map.entry('6', "40 20 02 05 16 36 45 44 33 13 04"),
            Map.entry('7', "00 40 16"),
            Map.entry('9', "06 26 44 41 30 10 01 02 13 33 42"),
            Map.entry('A', "06 20 46|14 34"),
            Map.entry('C', "41 30 10 01 05 16 36 45"),
            Map.entry('E', "40 00 06 46|03 33"),
            Map.entry('F', "40 00 06|03 33"),
            Map.entry('H', "00 06|40 46|03 43"),
            Map.entry('K', "00 06|40 03 46"),
            Map.entry('L', "00 06 46"),
            Map.entry('M', "06 00 23 40 46"),
            Map.entry('N', "06 00 46 40"),
            Map.entry('P', "06 00 30 41 42 33 03"),
            Map.entry('R', "06 00 30 41 42 33 03|23 46"),
            Map.entry('T', "00 40|20 26"),
            Map.entry('W', "00 16 23 36 40"),
            Map.entry('X', "00 46|40 06"),
            Map.entry('Y', "00 23 40|23 26"));

    /** The characters that can be asked for. */
    static final String ALPHABET = "2345679ACEFHKLMNPRTWXY";

    private static final int WIDTH = 160;
    private static final int HEIGHT = 60;

    private CaptchaPicture() {}

    /** The picture as an address that holds it whole. */
    static String of(String text, RandomGenerator random) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0xF3F6FA));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        scratch(pen, random);
        for (int i = 0; i < text.length(); i++) {
            draw(text.charAt(i), 14 + i * 36, pen, random);
        }
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes every picture", e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static void draw(char letter, int left, Graphics2D pen, RandomGenerator random) {
        var place = new AffineTransform();
        place.translate(left + random.nextDouble(-3, 3), 12 + random.nextDouble(-4, 4));
        place.rotate(random.nextDouble(-0.3, 0.3), 12, 18);
        place.shear(random.nextDouble(-0.25, 0.25), 0);
        place.scale(random.nextDouble(5.2, 6.6), random.nextDouble(5.2, 6.2));
        pen.setColor(new Color(random.nextInt(20, 90), random.nextInt(20, 90), random.nextInt(60, 140)));
        pen.setStroke(
                new BasicStroke((float) random.nextDouble(2.6, 3.8), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(place.createTransformedShape(strokes(letter, random)));
    }

    private static Path2D strokes(char letter, RandomGenerator random) {
        var path = new Path2D.Double();
        var glyph = GLYPHS.getOrDefault(letter, "");
        for (String stroke : glyph.split("\\|", -1)) {
            boolean first = true;
            for (String point : stroke.split(" ", -1)) {
                double x = point.charAt(0) - '0' + random.nextDouble(-0.18, 0.18);
                double y = point.charAt(1) - '0' + random.nextDouble(-0.18, 0.18);
                if (first) {
                    path.moveTo(x, y);
                } else {
                    path.lineTo(x, y);
                }
                first = false;
            }
        }
        return path;
    }

    private static void scratch(Graphics2D pen, RandomGenerator random) {
        for (int i = 0; i < 6; i++) {
            pen.setStroke(new BasicStroke((float) random.nextDouble(0.8, 2.2)));
            pen.setColor(new Color(random.nextInt(110, 190), random.nextInt(110, 190), random.nextInt(130, 210)));
            var curve = new Path2D.Double();
            curve.moveTo(random.nextInt(-10, 20), random.nextInt(HEIGHT));
            curve.curveTo(
                    random.nextInt(WIDTH),
                    random.nextInt(HEIGHT),
                    random.nextInt(WIDTH),
                    random.nextInt(HEIGHT),
                    random.nextInt(WIDTH - 20, WIDTH + 10),
                    random.nextInt(HEIGHT));
            pen.draw(curve);
        }
        for (int i = 0; i < 90; i++) {
            pen.setColor(new Color(random.nextInt(100, 200), random.nextInt(100, 200), random.nextInt(100, 220)));
            pen.fillRect(random.nextInt(WIDTH), random.nextInt(HEIGHT), 2, 2);
        }
    }
}
