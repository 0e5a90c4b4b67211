package io.jenkins.plugins.networkshell.bench;

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
    private static final List<String> COLOURS = List.of("#0969da", "#cf222e", "#1a7f37", "#8250df");

    /** Both are above zero. */
    record Point(double x, double y) {}

    private double least(boolean horizontal) {
        return power(horizontal, true);
    }

    private double most(boolean horizontal) {
        return power(horizontal, false);
    }

    /** The power of ten at or beyond the outermost point. */
    private double power(boolean horizontal, boolean lowest) {
        double[] values = lines.values().stream()
                .flatMap(List::stream)
                .mapToDouble(point -> Math.log10(horizontal ? point.x : point.y))
                .sorted()
                .toArray();
        double power = lowest ? Math.floor(values[0]) : Math.ceil(values[values.length - 1]);
        return !lowest && power == least(horizontal) ? power + 1 : power;
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
        text(svg, LEFT, TOP - 8, "end", "#1f2328", y);
        for (double power = least(true); power <= most(true); power++) {
            double at = across(Math.pow(10, power));
            line(svg, at, TOP, at, HEIGHT - BOTTOM);
            text(svg, at, HEIGHT - BOTTOM + 18, "middle", "#59636e", number(power));
        }
        for (double power = least(false); power <= most(false); power++) {
            double at = down(Math.pow(10, power));
            line(svg, LEFT, at, WIDTH - RIGHT, at);
            text(svg, LEFT - 8, at + 4, "end", "#59636e", number(power));
        }
        int number = 0;
        for (Map.Entry<String, List<Point>> line : lines.entrySet()) {
            drawn(svg, line.getKey(), line.getValue(), COLOURS.get(number++ % COLOURS.size()));
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
        Point last = points.get(points.size() - 1);
        text(svg, across(last.x) + 8, down(last.y) + 4, "start", colour, name);
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
