using EngageBot.Approving;
using EngageBot.Approving.Rules;
using EngageBot.Approving.Together;
using EngageBot.Model;
using EngageBot.People;
using Xunit;

namespace EngageBot.Tests.Api;

public sealed class ColleaguesTests
{
    [Fact]
    public async Task A_program_assigns_and_notes_in_the_name_of_its_owner()
    {
        await using var api = await ApiHost.StartAsync();
        var id = await api.MentionAsync();
        using var program = await api.ProgramAsync(Role.Drafter);
        Assert.Equal(200, (await program.PostAsync($"/api/v1/mentions/{id}/assign", new { to = "Ana" })).Status);
        Assert.Equal(422, (await program.PostAsync($"/api/v1/mentions/{id}/assign", new { to = "Zed" })).Status);
        Assert.Equal(200, (await program.PostAsync($"/api/v1/mentions/{id}/notes", new { text = "Ask Mo about the pipe" })).Status);
        Assert.Equal("Ana", (string?)(await program.GetAsync($"/api/v1/mentions/{id}")).Body!["assignedTo"]);
        Assert.Equal("Ana", (string?)(await program.GetAsync("/api/v1/queue")).Body!["items"]![0]!["assignedTo"]);
        var note = Assert.Single((await program.GetAsync($"/api/v1/mentions/{id}/notes")).Body!.AsArray())!;
        Assert.Equal(("Ana via token Zapier", "Ask Mo about the pipe"), ((string?)note["by"], (string?)note["text"]));
        Assert.Equal(404, (await program.GetAsync("/api/v1/mentions/none/notes")).Status);
    }

    [Fact]
    public async Task A_program_is_told_who_is_writing_and_its_words_are_kept()
    {
        await using var api = await ApiHost.StartAsync();
        var id = await api.MentionAsync();
        using var program = await api.ProgramAsync(Role.Approver);
        await api.Door.Get<Claims>().TakeAsync(id, "desk", "Ben", over: false, CancellationToken.None);
        var answer = await program.PostAsync($"/api/v1/mentions/{id}/approve", new { text = "A pipe with holes.", version = 1 });
        Assert.Equal((409, "Ben is writing on this"), (answer.Status, answer.Title));
        Assert.Equal(409, (await program.PutAsync($"/api/v1/mentions/{id}/draft", new { text = "Kept beside" })).Status);
        Assert.Equal("Ben", (string?)(await program.GetAsync($"/api/v1/mentions/{id}")).Body!["writing"]!["by"]);
        Assert.Equal("Kept beside", Assert.Single((await api.Door.Get<MentionDesk>().OpenAsync(id, CancellationToken.None))!.SetAside).Text);
    }

    [Fact]
    public async Task The_first_of_two_approvals_is_accepted_and_not_done_and_its_owner_cannot_give_the_second()
    {
        await using var api = await ApiHost.StartAsync();
        var id = await api.MentionAsync("the doors opened an hour late", Intent.Complaint);
        await api.Door.Database.WriteAsync(
            session => session.ExecuteAsync(
                "INSERT INTO person (id, name, normalized_name, password_hash, security_stamp, role, created_at) VALUES ('b', 'Ben', 'BEN', 'x', 'x', 'approver', 0)"),
            CancellationToken.None);
        var book = api.Door.Get<RuleBook>();
        await book.ChangeAsync(await book.CurrentAsync(CancellationToken.None) with { SecondForComplaints = true }, "Ana", CancellationToken.None);
        using var program = await api.ProgramAsync(Role.Approver);

        var first = await program.PostAsync($"/api/v1/mentions/{id}/approve", new { text = "Sorry.", version = 1 });
        Assert.Equal((202, "waiting", "complaint"), (first.Status, (string?)first.Body!["state"], (string?)first.Body["proposed"]));
        var open = (await program.GetAsync($"/api/v1/mentions/{id}")).Body!;
        Assert.Equal(("Sorry.", "Ana via token Zapier", false), ((string?)open["proposed"]!["text"], (string?)open["proposed"]!["by"], (bool)open["proposed"]!["outdated"]!));

        using var another = await api.ProgramAsync(Role.Approver, "Another of Ana's");
        var second = await another.PostAsync($"/api/v1/mentions/{id}/approve", new { text = "Sorry.", version = (long)open["version"]! });
        Assert.Equal((409, "A colleague has to look"), (second.Status, second.Title));
        Assert.IsType<Decision.Taken>(await api.Door.Get<Approvals>().ApproveAsync(id, (long)open["version"]!, "Sorry.", "Ben", CancellationToken.None));
    }
}
