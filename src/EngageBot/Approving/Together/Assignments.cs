using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Approving.Together;

/// <summary>Whose an open mention is: a colleague's who looks after it, or nobody's. Everybody may still decide.</summary>
internal sealed class Assignments(Database database, Journal journal, Bell bell)
{
    /// <param name="to">A colleague's name as they sign in; null for nobody.</param>
    public async Task<Decision> AssignAsync(string mentionId, string? to, string person, CancellationToken cancellationToken)
    {
        var decision = await database.WriteAsync(
            async session => await Standing.OfAsync(session, mentionId) switch
            {
                null => new Decision.NotFound(),
                { IsOpen: false } decided => await Faster.WhoAsync(session, decided),
                var mention => await AssignAsync(session, mention, to, person),
            },
            cancellationToken);
        if (decision.ChangedSomething)
            bell.Ring(Topic.Mentions);
        return decision;
    }

    /// <summary>Who can be given a mention, by name: whoever may write and has come in.</summary>
    public Task<IReadOnlyList<string>> ColleaguesAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.QueryAsync<string>($"SELECT name FROM person WHERE {MayWrite} ORDER BY normalized_name"), cancellationToken);

    private const string MayWrite = "role IN ('drafter', 'approver', 'admin') AND password_hash IS NOT NULL AND disabled_at IS NULL";

    private async Task<Decision> AssignAsync(Session session, Standing mention, string? to, string person)
    {
        if (to is not null && await session.FirstOrDefaultAsync<string>($"SELECT name FROM person WHERE name = @to AND {MayWrite}", new { to }) is null)
            return new Decision.NotPostable($"Nobody called {to} can take it. Choose somebody who may write at this desk.");
        var assigned = await session.ExecuteAsync(
            "UPDATE mention SET assigned_to = @to WHERE id = @Id AND state = @state", new { mention.Id, to, state = Words.Of(mention.State) }) == 1;
        if (!assigned)
            return await Faster.WhoAsync(session, mention);
        await journal.AppendAsync(session, person, mention.Id, "assigned", mention.State, mention.State, to is null ? "to nobody" : $"to {to}");
        return new Decision.Taken(mention.State);
    }
}
