package io.kouan.client.road;

import io.kouan.client.exchange.Receipt;
import io.kouan.client.local.Home;
import io.kouan.client.local.Sandbox;
import io.kouan.client.terminal.Waiting;
import java.time.InstantSource;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * The whole road of a newcomer, in order, through nothing but the port's own pages and its API. The officers' decisions are made by the
 * sandbox's own officers, each signed in by name.
 */
public final class Road implements AutoCloseable {

    private final Cast cast;

    /**
     * @param browsers gives another browser for each who takes part
     * @param traveller who walks it
     * @param guided whether the newcomer walks alone, in the guide mode of the sandbox
     */
    public Road(
            Home home,
            Sandbox sandbox,
            Supplier<Hands> browsers,
            InstantSource clock,
            Waiting waiting,
            Traveller traveller,
            boolean guided) {
        var script = new Script(traveller);
        Newcomer.invent(script, clock);
        this.cast = new Cast(home, sandbox, new People(sandbox, browsers), script, waiting, traveller, guided);
    }

    /** The enterprise that walks it. */
    public String enterprise() {
        return cast.known("name");
    }

    /**
     * Walks it from the sign-up to the first released inventory. An agent enterprise with a customs code leaves out A2 and A3,
     * and says in B that it leaves section two out.
     *
     * @param told what is done, after each step: the step's id (A1 to E, then RELEASED), and the page of whoever took it
     * @return the receipt that says released; of an export, that customs has taken it in
     */
    public Receipt walk(BiConsumer<String, Hands> told) {
        var one = new SectionOne(cast);
        one.signUp();
        told.accept("A1", cast.newcomer);
        boolean agent = cast.traveller == Traveller.AGENT;
        if (agent) {
            one.confirmed();
        } else {
            one.tradeOperator();
            told.accept("A2", cast.newcomer);
            one.registration();
            told.accept("A3", cast.newcomer);
        }
        var cards = new CardsAndAccess(cast);
        cards.cards();
        told.accept("A4", cast.newcomer);
        if (agent) {
            cards.leaveOut();
        } else {
            cards.handIn();
        }
        told.accept("B", cast.newcomer);
        new DeskAccount(cast).open();
        told.accept("C0", cast.desk);
        new LocalFiling(cast).run();
        told.accept("C", cast.desk);
        var entries = new Entries(cast);
        entries.customs();
        told.accept("D1", cast.newcomer);
        entries.inspection();
        told.accept("D2", cast.newcomer);
        entries.businessTypes();
        told.accept("D3", cast.desk);
        var access = new Interface(cast);
        access.enrol();
        told.accept("E", cast.desk);
        var released = access.declare();
        told.accept(agent ? "ACCEPTED" : "RELEASED", cast.newcomer);
        return released;
    }

    /** What the access guide (企业接入导航) says of each step, by the step's id. */
    public Hands guide() {
        cast.newcomer.open("/guide");
        return cast.newcomer;
    }

    @Override
    public void close() {
        cast.people.close();
    }
}
