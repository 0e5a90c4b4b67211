package io.jenkins.plugins.networkshell.bench;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lines over two logarithmic axes, as SVG. */
record Chart(String title, String x, String y, Map<String, List<Point>> lines) {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    private static final int LEFT = 70;
    private static final int RIGHT = 110;
    private static final int TOP = 40;
    private static final int BOTTOM = 50;
    private static final int LINE_HEIGHT = 15;
    private static final List<String> COLOURS = List.of("#0969da", "#cf222e", "#1a7f37", "#8250df");

    /** Both are above zero. */
    record Point(double x, double y) {}

    private double[] powers(boolean horizontal) {
        return lines.values().stream()
                .flatMap(List::stream)
                .mapToDouble(point -> Math.log10(horizontal ? point.x : point.y))
                .sorted()
                .toArray();
    }

    /** The power of ten at or below the lowest point. */
    private double least(boolean horizontal) {
        return Math.floor(powers(horizontal)[0]);
    }

    /** To the right, the last point; upwards, the power of ten at or above the highest. */
    private double most(boolean horizontal) {
        double[] powers = powers(horizontal);
        double last = powers[powers.length - 1];
        double end = horizontal ? last : Math.ceil(last);
        return end == least(horizontal) ? end + 1 : end;
    }

    private double across(double value) {
        double share = (Math.log10(value) - least(true)) / (most(true) - least(true));
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    private double down(double value) {
        double share = (Math.log10(value) - least(false)) / (most(false) - least(false));
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
    }

    String svg() {
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"12\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n",
                WIDTH,
                HEIGHT));
        text(svg, WIDTH / 2.0, 22, "middle", "#1f2328", title);
        text(svg, WIDTH / 2.0, HEIGHT - 12, "middle", "#1f2328", x);
        text(svg, 12, TOP - 14, "start", "#1f2328", y);
        for (double power = least(true); power <= most(true); power++) {
            double at = across(Math.pow(10, power));
            line(svg, at, TOP, at, HEIGHT - BOTTOM);
            text(svg, at, HEIGHT - BOTTOM + 18, "middle", "#59636e", number(power));
        }
        double last = WIDTH - RIGHT;
        line(svg, last, TOP, last, HEIGHT - BOTTOM);
        if (most(true) % 1 > 0.2) { // else it stands where the last power of ten does
            text(svg, last, HEIGHT - BOTTOM + 18, "middle", "#59636e", number(most(true)));
        }
        for (double power = least(false); power <= most(false); power++) {
            double at = down(Math.pow(10, power));
            line(svg, LEFT, at, WIDTH - RIGHT, at);
            text(svg, LEFT - 8, at + 4, "end", "#59636e", number(power));
        }
        int number = 0;
        Map<String, Double> names = namesAt();
        for (Map.Entry<String, List<Point>> line : lines.entrySet()) {
            String colour = COLOURS.get(number++ % COLOURS.size());
            drawn(svg, line.getKey(), line.getValue(), colour);
            text(svg, WIDTH - RIGHT + 8, names.get(line.getKey()) + 4, "start", colour, line.getKey());
        }
        return svg.append("</svg>\n").toString();
    }

    private void drawn(StringBuilder svg, String name, List<Point> points, String colour) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            path.append(String.format(Locale.ROOT, "%.1f,%.1f ", across(point.x), down(point.y)));
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"><title>%s: %s, %.2f</title></circle>%n",
                    across(point.x),
                    down(point.y),
                    colour,
                    name,
                    plain(point.x),
                    point.y));
        }
        svg.append(String.format(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n",
                path.toString().strip(), colour));
    }

    /** How far down the name of each line stands: where the line ends, and below the name above it. */
    private Map<String, Double> namesAt() {
        Map<String, Double> ends = new HashMap<>();
        lines.forEach((name, points) -> ends.put(name, down(points.get(points.size() - 1).y)));
        Map<String, Double> places = new HashMap<>();
        double free = 0;
        for (String name :
                ends.keySet().stream().sorted(Comparator.comparing(ends::get)).toList()) {
            places.put(name, Math.max(free, ends.get(name)));
            free = places.get(name) + LINE_HEIGHT;
        }
        return places;
    }

    private static void line(StringBuilder svg, double x1, double y1, double x2, double y2) {
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#d1d9e0\"/>%n",
                x1,
                y1,
                x2,
                y2));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String colour, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
                x,
                y,
                anchor,
                colour,
                text));
    }

    private static String number(double power) {
        return plain(Math.pow(10, power));
    }

    private static String plain(double value) {
        return value >= 1 ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.2g", value);
    }
}
