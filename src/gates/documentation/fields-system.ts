import type { Field } from './field.js'
import { list } from './labels.js'

/** What profiles ask for besides: how the model was made, what it runs on, and how its risks are handled. */
export const SYSTEM_FIELDS: readonly Field[] = [
  field(
    'intended_users',
    `Target users; Intended users; 대상 사용자; Primary intended users; Users; End users; 의도된 사용자; 주요 사용자;
    이용자; 사용자`,
  ),
  field(
    'training_procedure',
    `Training procedure; Training process; 학습 절차; Training details; Training method; Training methodology;
    Training regime; Training hyperparameters; Hyperparameters; Training parameters; Training; Fine-tuning procedure;
    Development process; 학습 과정; 학습 방법; 훈련 절차; 훈련 과정; 훈련 방법; 학습 상세; 하이퍼파라미터; 개발 과정`,
  ),
  field(
    'base_model',
    `Base model; Pre-trained model; 기반 모델; Pretrained model; Foundation model; Finetuned from model;
    Fine-tuned from; Fine-tuned from model; Parent model; Third-party components; Third-party tools; 베이스 모델;
    사전 학습 모델; 파운데이션 모델; 외부 구성 요소; 제3자 구성 요소`,
  ),
  field(
    'data_preprocessing',
    `Preprocessing; Data preprocessing; 데이터 전처리; Data preparation; Data cleaning; Data processing;
    Feature engineering; 전처리; 데이터 준비; 데이터 정제; 데이터 가공; 특성 공학`,
  ),
  field(
    'environmental_impact',
    `Environmental impact; Carbon footprint; 환경 영향; Carbon emissions; CO2 emissions; co2_eq_emissions;
    Energy consumption; Environmental considerations; 탄소 배출; 탄소 배출량; 탄소 발자국; 에너지 사용량`,
  ),
  field(
    'getting_started',
    `How to get started with the model; Getting started; 시작하기; How to get started; Get started; Quick start;
    Quickstart; How to use; How to use the model; Usage; 빠른 시작; 사용 방법; 사용법`,
  ),
  field(
    'tradeoffs',
    `Tradeoffs; Trade-offs; 절충 사항; Performance tradeoffs; Design tradeoffs; 상충 관계; 성능 절충; 트레이드오프`,
  ),
  field(
    'architecture',
    `Architecture; Model architecture; 아키텍처; Model architecture and objective; System architecture;
    Network architecture; 모델 아키텍처; 모델 구조; 시스템 아키텍처; 시스템 구조`,
  ),
  field(
    'compute',
    `Compute; Compute infrastructure; 연산 자원; Compute resources; Computational resources; Training compute;
    Training hardware; Training infrastructure; 컴퓨팅 자원; 컴퓨팅 인프라; 학습 자원; 연산량; 누적 연산량`,
  ),
  field(
    'design_choices',
    `Design choices; Design specifications; 설계 결정; Key design choices; Design decisions; Design rationale;
    Model design; Design assumptions; Assumptions; 설계; 설계 사양; 설계 근거; 주요 설계 사항; 모델 설계; 가정`,
  ),
  field(
    'interfaces',
    `Interfaces; Integration; 연동; Interaction with other systems; System integration; External systems;
    Integration with other systems; 인터페이스; 시스템 연동; 외부 시스템 연동; 다른 시스템과의 연동; 연계 시스템`,
  ),
  field(
    'software_versions',
    `Software versions; Framework versions; 소프트웨어 버전; Software; Software requirements; Dependencies;
    Library versions; 소프트웨어; 소프트웨어 요구 사항; 프레임워크 버전; 라이브러리 버전; 의존성`,
  ),
  field(
    'distribution_forms',
    `Distribution; Distribution forms; 배포 형태; Forms of distribution; Deployment forms; Deployment; Delivery;
    Release form; 제공 형태; 배포 방식; 배포; 출시 형태`,
  ),
  field(
    'hardware_requirements',
    `Hardware requirements; Hardware; 하드웨어 요구 사항; Target hardware; System requirements; Runtime environment;
    하드웨어; 시스템 요구 사항; 실행 환경; 운영 환경`,
  ),
  field('user_interface', 'User interface; Deployer interface; 사용자 인터페이스; UI; Screens; 화면 구성; 화면'),
  field(
    'instructions_for_use',
    `Instructions for use; User manual; 사용 설명서; User guide; User instructions; Instructions; Operating instructions;
    사용 지침; 사용 안내; 이용 안내; 운영 지침`,
  ),
  field(
    'predetermined_changes',
    `Predetermined changes; Pre-determined changes; 사전에 정한 변경; Planned changes;
    Predetermined change control plan; 사전 결정된 변경; 예정된 변경; 변경 계획; 변경 관리 계획`,
  ),
  field(
    'cybersecurity',
    `Cybersecurity; Security; 사이버 보안; Cyber security; Cybersecurity measures; Security measures;
    Security considerations; 보안; 보안 조치; 사이버 보안 조치; 정보 보안`,
  ),
  field(
    'risks',
    `Risks; Known risks; 위험; Foreseeable risks; Residual risks; Risks and harms; Risks and mitigations;
    Risk assessment; Unintended outcomes; Potential risks; Bias, risks, and limitations; Risks and limitations;
    Limitations and risks; 위험 요인; 예상 위험; 잔여 위험; 알려진 위험; 위험 평가; 위험 및 완화; 위험 및 피해;
    의도하지 않은 결과; 편향, 위험 및 한계; 위험 및 한계; 한계 및 위험`,
  ),
  field(
    'input_specification',
    `Input specification; Input data; 입력 데이터; Input; Input format; Input schema; Model input; Features;
    Input features; 입력; 입력 사양; 입력 형식; 입력 스키마; 모델 입력; 입력 변수`,
  ),
  field(
    'metric_rationale',
    `Appropriateness of the metrics; Metric rationale; 지표 선정 근거; Choice of metrics; Rationale of the metrics;
    Why these metrics; 지표 선정 이유; 지표의 적절성; 평가 지표 선정 근거; 지표 선택 근거`,
  ),
  field(
    'risk_management',
    `Risk management; Risk management plan; 위험 관리; Risk management system; Risk mitigation; Mitigations;
    Mitigation strategies; Risk controls; 위험 관리 방안; 위험 관리 체계; 위험 관리 계획; 위험 완화;
    위험 완화 방안`,
  ),
  field(
    'changelog',
    `Change history; Changelog; 변경 내역; Change log; Version history; Revision history; Release notes; Changes;
    변경 이력; 변경 사항; 버전 이력; 개정 이력; 릴리스 노트`,
  ),
  field(
    'standards',
    `Standards; Harmonised standards; 적용 표준; Harmonized standards; Applied standards; Standards applied;
    Technical standards; 표준; 조화 표준; 적용 규격`,
  ),
  field(
    'declaration_of_conformity',
    `Declaration of conformity; EU declaration of conformity; 적합성 선언; 적합성 선언서; EU 적합성 선언;
    EU 적합성 선언서`,
  ),
  field(
    'explanation_method',
    `Explainability; Explanation; 설명 방안; Explanation method; Model explanation; Model explainability;
    Interpretability; Model examination; 설명 방법; 설명 가능성; 모델 설명 방법; 주요 판단 기준; 판단 기준`,
  ),
  field(
    'user_protection',
    `User protection; Complaints and appeals; 이용자 보호; User protection plan; Appeals; Remedies; Redress;
    이용자 보호 방안; 사용자 보호; 이의 제기; 이의 제기 절차; 피해 구제`,
  ),
  field(
    'record_keeping',
    `Record keeping; Document retention; 문서 보관; Records; Retention; Retention period; Documentation retention;
    문서의 작성과 보관; 문서 작성 및 보관; 기록 보관; 문서 보관 기간; 보관 기간`,
  ),
]

function field(id: string, names: string): Field {
  return { id, names: list(names) }
}
