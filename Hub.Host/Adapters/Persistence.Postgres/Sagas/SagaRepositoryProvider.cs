using MassTransit;
using MassTransit.Configuration;
using MassTransit.Saga;
using Microsoft.EntityFrameworkCore;

namespace Hub.Adapters.Persistence.Postgres.Sagas;

/// <summary>
/// Keeps every saga as a row of its module's DbContext: the one whose transaction the inbox has opened for the endpoint.
/// To look a saga up outside a consumer, a module asks its DbContext.
/// </summary>
internal sealed class SagaRepositoryProvider : ISagaRepositoryRegistrationProvider
{
    public void Configure<TSaga>(ISagaRegistrationConfigurator<TSaga> configurator)
        where TSaga : class, ISaga
        => configurator.Repository(repository =>
            repository.RegisterSagaRepository<TSaga, DbContext, SagaConsumeContextFactory<DbContext, TSaga>, SagaContextFactory<TSaga>>());
}
