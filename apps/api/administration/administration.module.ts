import { Module } from '@nestjs/common';
import { RolesModule } from '../roles/roles.module.ts';
import { AgencyController } from './agencies/agency.controller.ts';
import { AgencyQueries } from './agencies/agency.queries.ts';
import { AgencyService } from './agencies/agency.service.ts';
import { ChangesModule } from './changes.module.ts';
import { AccountController } from './people/account.controller.ts';
import { AccountService } from './people/account.service.ts';
import { PeopleController } from './people/people.controller.ts';
import { PeopleService } from './people/people.service.ts';
import { PeopleQueries } from './people/person.queries.ts';
import { PostController } from './posts/post.controller.ts';
import { PostQueries } from './posts/post.queries.ts';
import { PostService } from './posts/post.service.ts';
import { Asking } from './requests/asking.ts';
import { Granting } from './requests/granting.ts';
import { RequestController } from './requests/request.controller.ts';
import { RequestQueries } from './requests/request.queries.ts';
import { RequestService } from './requests/request.service.ts';
import { RoleController } from './roles/role.controller.ts';
import { RoleService } from './roles/role.service.ts';
import { SessionListQueries } from './sessions/session-list.queries.ts';
import { SessionListService } from './sessions/session-list.service.ts';
import { SessionController } from './sessions/session.controller.ts';

/** 三员管理: each of the three administrators sees and does its part only. */
@Module({
  imports: [ChangesModule, RolesModule],
  controllers: [
    AgencyController,
    PeopleController,
    AccountController,
    PostController,
    RequestController,
    RoleController,
    SessionController,
  ],
  providers: [
    AccountService,
    AgencyQueries,
    AgencyService,
    Asking,
    Granting,
    PeopleQueries,
    PeopleService,
    PostQueries,
    PostService,
    RequestQueries,
    RequestService,
    RoleService,
    SessionListQueries,
    SessionListService,
  ],
})
export class AdministrationModule {}
