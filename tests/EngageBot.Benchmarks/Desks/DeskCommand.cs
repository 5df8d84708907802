using System.CommandLine;

namespace EngageBot.Benchmarks.Desks;

/// <summary><c>desk</c>: how quickly the desk answers when much is stored and much waits.</summary>
internal static class DeskCommand
{
    public static Command Create()
    {
        var mentions = new Option<int>("--mentions") { Description = "How many mentions are stored.", DefaultValueFactory = _ => 100_000 };
        var waiting = new Option<int>("--waiting") { Description = "How many of them wait.", DefaultValueFactory = _ => 5_000 };
        var engine = new Option<string>("--engine") { Description = "Where they are stored.", DefaultValueFactory = _ => "sqlite" }.AcceptOnlyFromAmong("sqlite", "postgres");
        var connection = new Option<string?>("--connection") { Description = "An empty PostgreSQL database; without it a temporary server that does not wait for its disk." };
        var desks = new Option<int>("--desks") { Description = "How many desks are open at once.", DefaultValueFactory = _ => 50 };
        var tries = new Option<int>("--tries") { Description = "How often each thing is done.", DefaultValueFactory = _ => 300 };
        var command = new Command("desk", "Server time of the queue, of opening, searching and deciding, and memory of open desks, beside two help desks.")
        {
            mentions, waiting, engine, connection, desks, tries,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var stock = new Stock(parsed.GetValue(mentions), parsed.GetValue(waiting));
            await using var house = await House.BuildAsync(parsed.GetValue(engine)!, parsed.GetValue(connection), cancellationToken);
            await new Filling(house, stock).FillAsync(cancellationToken);
            var table = new DeskTable(stock);
            await new Errands(house, table, parsed.GetValue(tries)).RunAsync(cancellationToken);
            await new OpenDesks(house, table, parsed.GetValue(desks)).RunAsync(cancellationToken);
            table.Print($"desk --mentions {stock.Mentions} --waiting {stock.Waiting} --engine {parsed.GetValue(engine)} --desks {parsed.GetValue(desks)} --tries {parsed.GetValue(tries)}");
        });
        return command;
    }
}

/// <summary>How much lies in the database.</summary>
internal sealed record Stock(int Mentions, int Waiting);
