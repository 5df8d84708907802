using EngageBot.Approving.Rules;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Approving;

/// <summary>A house whose admin, Ana, has set a rule, and in which these people may approve.</summary>
internal static class RuledHouse
{
    public static async Task<TestLine> OpenAsync(Engine engine, Func<ApprovalRules, ApprovalRules> change, params string[] approvers)
    {
        var line = await TestLine.StartAsync(engine);
        foreach (var name in approvers)
        {
            await line.Database.WriteAsync(
                session => session.ExecuteAsync(
                    "INSERT INTO person (id, name, normalized_name, password_hash, security_stamp, role, created_at) VALUES (@name, @name, @name, 'x', 'x', 'approver', 0)",
                    new { name }),
                CancellationToken.None);
        }
        var book = line.Get<RuleBook>();
        Assert.Null(await book.ChangeAsync(change(await book.CurrentAsync(CancellationToken.None)), "Ana", CancellationToken.None));
        line.Clock.Advance(TimeSpan.FromSeconds(1));
        return line;
    }
}
