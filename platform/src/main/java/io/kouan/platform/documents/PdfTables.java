package io.kouan.platform.documents;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Draws grids of labels and values, and tables whose heads are repeated on every page. */
final class PdfTables {

    private static final Color SHADE = new Color(0xF1, 0xF4, 0xF6);
    private static final float SIZE = 9;
    private static final float LINE = 13;
    private static final float PADDING = 4;
    private static final float LABEL = 96;
    /** a value longer than this many lines of half a row gets a row of its own */
    private static final int MOST_NARROW = 2;

    private final Paper paper;
    private final Typeface regular;

    PdfTables(Paper paper, Typeface regular) {
        this.paper = paper;
        this.regular = regular;
    }

    /** A part of a row. */
    private record Box(float width, boolean shaded, List<String> lines) {}

    void grid(Block.Grid grid) throws IOException {
        float half = Paper.WIDTH / 2 - LABEL;
        var waiting = new ArrayList<Block.Cell>();
        for (Block.Cell cell : grid.cells()) {
            if (lines(cell.value(), half).size() > MOST_NARROW) {
                narrow(waiting);
                row(List.of(label(cell), value(cell, Paper.WIDTH - LABEL)));
            } else {
                waiting.add(cell);
                if (waiting.size() == 2) {
                    narrow(waiting);
                }
            }
        }
        narrow(waiting);
    }

    private void narrow(List<Block.Cell> cells) throws IOException {
        if (cells.isEmpty()) {
            return;
        }
        float width = Paper.WIDTH / cells.size() - LABEL;
        var boxes = new ArrayList<Box>();
        for (Block.Cell cell : cells) {
            boxes.add(label(cell));
            boxes.add(value(cell, width));
        }
        row(boxes);
        cells.clear();
    }

    private Box label(Block.Cell cell) {
        return new Box(LABEL, true, lines(cell.label(), LABEL));
    }

    private Box value(Block.Cell cell, float width) {
        return new Box(width, false, lines(cell.value(), width));
    }

    private List<String> lines(String text, float width) {
        return Wrapping.lines(regular.printable(text), width - 2 * PADDING, 0, regular.widths(SIZE));
    }

    void table(Block.Table table) throws IOException {
        var widths = widths(table);
        var head = boxes(table.heads(), widths, true);
        row(head);
        for (List<String> cells : table.rows()) {
            var boxes = boxes(cells, widths, false);
            if (paper.keep(height(boxes))) {
                row(head);
            }
            row(boxes);
        }
    }

    private List<Box> boxes(List<String> cells, float[] widths, boolean shaded) {
        var boxes = new ArrayList<Box>();
        for (int i = 0; i < cells.size(); i++) {
            boxes.add(new Box(widths[i], shaded, lines(cells.get(i), widths[i])));
        }
        return boxes;
    }

    /** Columns share the width by what stands in them, none below and none above a bound. */
    private float[] widths(Block.Table table) {
        var widths = new float[table.heads().size()];
        var measure = regular.widths(SIZE);
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            double longest = table.rows().stream()
                    .map(row -> row.get(column))
                    .mapToDouble(cell -> regular.printable(cell)
                            .codePoints()
                            .filter(character -> character != '\n')
                            .mapToDouble(measure::applyAsDouble)
                            .sum())
                    .max()
                    .orElse(0);
            double head = table.heads()
                    .get(i)
                    .codePoints()
                    .mapToDouble(measure::applyAsDouble)
                    .sum();
            widths[i] = (float) Math.clamp(Math.max(longest, head), 3 * SIZE, 22 * SIZE) + 2 * PADDING;
        }
        float all = 0;
        for (float width : widths) {
            all += width;
        }
        for (int i = 0; i < widths.length; i++) {
            widths[i] *= Paper.WIDTH / all;
        }
        return widths;
    }

    private static float height(List<Box> boxes) {
        int most = boxes.stream().mapToInt(box -> box.lines().size()).max().orElse(1);
        return most * LINE + PADDING;
    }

    /** A row; one that no page holds goes on over the next. */
    private void row(List<Box> boxes) throws IOException {
        paper.keep(Math.min(height(boxes), 4 * LINE));
        int fitting = Math.max(1, (int) ((paper.room() - PADDING) / LINE));
        boolean whole = boxes.stream().allMatch(box -> box.lines().size() <= fitting);
        if (!whole && height(boxes) <= paper.room() + paper.at()) {
            paper.keep(height(boxes));
        }
        int most = Math.max(1, (int) ((paper.room() - PADDING) / LINE));
        draw(boxes.stream().map(box -> part(box, 0, most)).toList());
        var rest = boxes.stream().map(box -> part(box, most, Integer.MAX_VALUE)).toList();
        if (rest.stream().anyMatch(box -> !box.lines().isEmpty())) {
            paper.nextPage();
            row(rest);
        }
    }

    private static Box part(Box box, int from, int to) {
        var lines = box.lines();
        return new Box(
                box.width(), box.shaded(), lines.subList(Math.min(from, lines.size()), Math.min(to, lines.size())));
    }

    private void draw(List<Box> boxes) throws IOException {
        float height = height(boxes);
        float x = Paper.LEFT;
        for (Box box : boxes) {
            if (box.shaded()) {
                paper.fill(SHADE, x, paper.at(), box.width(), height);
            }
            x += box.width();
        }
        x = Paper.LEFT;
        for (Box box : boxes) {
            paper.box(x, paper.at(), box.width(), height);
            float free = height - PADDING - box.lines().size() * LINE;
            float y = paper.at() + free / 2 + LINE - 1;
            for (String line : box.lines()) {
                paper.text(regular, SIZE, Paper.INK, x + PADDING, y, line);
                y += LINE;
            }
            x += box.width();
        }
        paper.down(height);
    }
}
