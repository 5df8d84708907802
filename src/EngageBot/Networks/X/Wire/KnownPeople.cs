using System.Collections.Concurrent;
using System.Text.Json;
using EngageBot.Model;

namespace EngageBot.Networks.X.Wire;

/// <summary>Who was met lately; a name for those whom X leaves out.</summary>
internal sealed class KnownPeople
{
    private const int Most = 20_000;
    private readonly ConcurrentDictionary<string, Person> people = new();

    /// <summary>The person of a profile; null when it is none.</summary>
    public static Person? Read(JsonElement user) => user.Text("id") is { } id && XId.IsValid(id) && user.Text("username") is { Length: > 0 } handle
        ? new Person(id, PlainText.Of(handle), user.Text("name") is { Length: > 0 } name ? PlainText.Of(name) : PlainText.Of(handle))
        : null;

    public void Remember(JsonElement user)
    {
        if (Read(user) is { } person)
            Remember(person);
    }

    public void Remember(Person person)
    {
        if (people.Count >= Most)
            people.Clear();
        people[person.UserId] = person;
    }

    public Person Find(string? userId) => userId is not null && people.TryGetValue(userId, out var person)
        ? person
        : new Person(userId ?? "", "unknown", "unknown");
}
