package io.kouan.ceb.finding;

/**
 * Where in the message: line and column count from 1, in characters; 0:0 means the message as a whole.
 *
 * @param path element path with positions, for example {@code /CEB621Message/Inventory[2]/InventoryHead/orderNo}
 */
public record Place(int line, int column, String path) {

    public static final Place WHOLE = new Place(0, 0, "/");

    @Override
    public String toString() {
        return line + ":" + column + " " + path;
    }
}
